export { japaneseDate, type Piece, pieces, telHref, webHref } from './links.ts';
export { toPlainText } from './plain-text.ts';
export type { Choice, Day, OpeningHours, Part, Reply, Scope, Source } from './reply.ts';
export { plainOf, type RubyRun, rubyRuns, typesetReply } from './typeset.ts';
export { fillDates, withWesternDates } from './wording.ts';
