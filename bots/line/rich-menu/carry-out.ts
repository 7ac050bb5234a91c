import type { MenuAccount } from './account.ts';
import type { Menu } from './definition.ts';
import type { Step, Target } from './plan.ts';

/**
 * Carries out the steps one after the other, and tells of each as soon as it is done. Throws `LineTrouble` at the first
 * that fails; a later run completes what is left.
 */
export async function carryOut(
  steps: readonly Step[],
  menu: Menu,
  account: MenuAccount,
  tell: (step: Step) => void,
): Promise<void> {
  let created: string | undefined;
  const idOf = (target: Target): string => {
    if (target.kind === 'existing') return target.id;
    if (created === undefined) throw new Error('a step works on a menu before the step that creates it');
    return created;
  };
  for (const step of steps) {
    switch (step.kind) {
      case 'create':
        created = await account.create(menu);
        break;
      case 'upload':
        await account.upload(idOf(step.target), menu);
        break;
      case 'make-default':
        await account.makeDefault(idOf(step.target));
        break;
      case 'delete':
        await account.remove(step.id);
        break;
    }
    tell(step);
  }
}
