import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { CALLBACK } from '../../bots/slack/actions.ts';
import { EVENTS_PATH } from '../../bots/slack/index.ts';

const manifest = parse(readFileSync(join(import.meta.dirname, '../../slack-manifest.yaml'), 'utf8'));
const { features, settings, oauth_config, display_information: about } = manifest;

test('every address is the one that the program listens at', () => {
  const addresses = [
    features.slash_commands[0].url,
    settings.event_subscriptions.request_url,
    settings.interactivity.request_url,
  ];
  expect(addresses.map((address: string) => new URL(address).pathname)).toEqual([
    EVENTS_PATH,
    EVENTS_PATH,
    EVENTS_PATH,
  ]);
});

test('asks for the events and names the shortcut that the program knows, and for no right beside them', () => {
  expect(settings.event_subscriptions.bot_events).toEqual(['app_home_opened', 'app_mention']);
  expect(features.shortcuts).toMatchObject([{ type: 'message', callback_id: CALLBACK.lookUp }]);
  expect(oauth_config.scopes).toEqual({ bot: ['app_mentions:read', 'chat:write', 'commands'] });
});

test('its texts are as long as Slack takes them', () => {
  expect(about.name.length).toBeLessThanOrEqual(35);
  expect(about.description.length).toBeLessThanOrEqual(140);
  expect(features.shortcuts[0].name.length).toBeLessThanOrEqual(24);
});
