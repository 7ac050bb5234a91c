/** The channels of a preview, in the order of their tabs. */
export const CHANNELS = [
  { id: 'line', label: 'LINE' },
  { id: 'web', label: '市のサイト' },
  { id: 'slack', label: 'Slack' },
] as const;

export type Channel = (typeof CHANNELS)[number]['id'];

/** The tab to which a key leads from another, round and round; undefined for keys that do not. */
export function channelBy(key: string, from: Channel): Channel | undefined {
  const place = CHANNELS.findIndex(({ id }) => id === from);
  switch (key) {
    case 'ArrowRight':
      return CHANNELS[(place + 1) % CHANNELS.length]?.id;
    case 'ArrowLeft':
      return CHANNELS.at(place - 1)?.id;
    case 'Home':
      return CHANNELS[0].id;
    case 'End':
      return CHANNELS.at(-1)?.id;
    default:
      return undefined;
  }
}
