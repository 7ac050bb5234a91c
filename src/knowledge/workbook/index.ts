export { formatFault, type WorkbookFault } from './faults.ts';
export { MAX_FILE_SIZE } from './open.ts';
export { type ReadWorkbook, readWorkbook } from './read.ts';
export { writeWorkbook } from './write.ts';
