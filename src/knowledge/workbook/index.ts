export { formatFault, type WorkbookFault } from './faults.ts';
export { type ReadWorkbook, readWorkbook } from './read.ts';
export { writeWorkbook } from './write.ts';
