/** Where the servers of this run are; see setup.ts. */
function place(name: 'E2E_BOT' | 'E2E_CITY' | 'E2E_STRANGER'): string {
  const found = process.env[name];
  if (!found) throw new Error(`${name} is not set: run the journeys with npm run test:e2e`);
  return found;
}

export const places = {
  /** The bot, its demo page and /calculator. */
  get bot(): string {
    return place('E2E_BOT');
  },
  /** A city whose origin the bot allows. */
  get city(): string {
    return place('E2E_CITY');
  },
  /** One whose origin it does not. */
  get stranger(): string {
    return place('E2E_STRANGER');
  },
};
