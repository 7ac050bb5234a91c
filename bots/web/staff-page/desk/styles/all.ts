import { controlStyles } from '../../../widget/styles/controls.ts';
import { elementStyles } from '../../../widget/styles/element.ts';
import { dialogStyles } from '../../styles/dialogs.ts';
import { answerStyles } from './answers.ts';
import { deskStyles } from './desk.ts';
import { keysStyles } from './keys.ts';
import { listStyles } from './list.ts';

/** The look of the desk, in the order in which one rule goes before another. */
export const allStyles = [
  elementStyles,
  controlStyles,
  dialogStyles,
  deskStyles,
  listStyles,
  answerStyles,
  keysStyles,
];
