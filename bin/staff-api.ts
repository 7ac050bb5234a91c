import type { StaffRoute } from '../bots/web/index.ts';

/** Every call of the staff's API, each area's list after the other; what they need comes in here too. */
export function staffApi(): readonly StaffRoute[] {
  return [];
}
