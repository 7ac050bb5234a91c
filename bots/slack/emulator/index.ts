export { type Fault, Faults } from './faults.ts';
export { type Carrier, type Filled, httpCarrier, StaffMember, socketCarrier } from './staff.ts';
export { type SlackStandIn, type SlackStandInOptions, startSlackStandIn } from './stand-in.ts';
export type { OpenView, Refused, ShownBlock, ShownMessage } from './workspace.ts';
