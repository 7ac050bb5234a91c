export { type LineAccess, LineTrouble, lineAccount, type MenuAccount, type TroubleKind } from './account.ts';
export { carryOut } from './carry-out.ts';
export { type Menu, makeMenu, NAME_PREFIX } from './definition.ts';
export { type AccountState, type ExistingMenu, planSteps, type Step, type Target } from './plan.ts';
