import cookie from '@fastify/cookie';
import formBody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import type { WebPorts } from '../ports.ts';
import { loadFrame } from './frame.ts';
import { mountStaff } from './mount.ts';
import { oidcRoutes } from './oidc-routes.ts';
import { staffPageRoutes, tellInPages } from './page-routes.ts';
import type { StaffPorts } from './ports.ts';
import { createSessionKeeper } from './session.ts';
import { signInRoutes } from './sign-in.ts';
import { signInLimit } from './sign-in-limits.ts';
import type { StaffSite } from './site.ts';

/** Everything below /staff: signing in and out, the pages, and their API. */
export async function staffRoutes(app: FastifyInstance, web: WebPorts, staff: StaffPorts): Promise<void> {
  await app.register(cookie);
  const { publicUrl } = web.settings;
  const site: StaffSite = {
    web,
    staff,
    keeper: createSessionKeeper(staff, web),
    send: await loadFrame(web),
    publicOrigin: publicUrl === undefined ? undefined : new URL(publicUrl).origin,
  };
  await app.register(async (api) => mountStaff(api, staff.routes, site));
  await app.register(async (pages) => {
    // A form is read here alone, so that the API takes nothing that another site's form can send.
    await pages.register(formBody);
    tellInPages(pages, site);
    const limit = await signInLimit(pages, web);
    signInRoutes(pages, site, limit);
    if (staff.oidc) oidcRoutes(pages, site, staff.oidc, limit);
    await pages.register(async (inside) => staffPageRoutes(inside, site));
  });
  app.get('/staff/', (_request, reply) => reply.redirect('../staff', 308));
}
