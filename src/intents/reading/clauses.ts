import { sentencesOf } from '../../text/index.ts';

/** Words that begin a second question; not それとも, which begins the other half of one, nor 届いたあと. */
const ALSO = 'それと(?!も)|それから|あと(?![はでにのからど])|ついでに|ほんで|また(?=、)|それに';
const CUT = new RegExp(
  [
    '(?<=、)',
    `(?<=[^、。!?\\sたのそ])(?=(?:${ALSO})、?[^、。!?]{4})`,
    '(?<=[a-z0-9)"\'][.])(?= )',
    '(?<=[a-z],)(?= (?:and|also|but) )',
    '(?<= )(?=(?:and|also) (?:what|how|when|where|who|why|which|can|do|does|is|am|should) )',
  ].join('|'),
);
const BEGINS_WITH_ALSO = new RegExp(`^\\s*(?:${ALSO}|and |also )[、\\s]*`);
/** 「…なくしたのと、」, 「…の方法と、」, 「…するのか、」, 「…だし、」 go on to another thing. */
const LISTS = /(?:(?:の|こと|かた|方|法|か)と|[たるい]し|か)、\s*$/;
const NOT_LETTERS = /[^\p{L}\p{N}]/gu;
/** A piece with fewer letters says nothing alone and stays with its neighbour. */
const FEWEST_LETTERS = 8;

/** The clauses of a normalised text, cut within its sentences; joined they give the text again. */
export function clausesOf(text: string): readonly string[] {
  return sentencesOf(text).flatMap((sentence) => joinShort(sentence.split(CUT)));
}

function joinShort(pieces: readonly string[]): readonly string[] {
  const joined: string[] = [];
  pieces.forEach((piece, i) => {
    const before = joined.at(-1);
    const isLast = i === pieces.length - 1;
    if (before !== undefined && (isShort(before) || (isLast && isShort(piece)))) {
      joined[joined.length - 1] = before + piece;
    } else {
      joined.push(piece);
    }
  });
  return joined;
}

const isShort = (piece: string) => lettersOf(piece) < FEWEST_LETTERS;

export function lettersOf(text: string): number {
  return text.replace(NOT_LETTERS, '').length;
}

/** Whether a clause begins with a word like それと or あと. */
export function saysAlso(clause: string): boolean {
  return BEGINS_WITH_ALSO.test(clause);
}

/** Whether a clause ends as one member of a list: 「…なくしたのと、」. */
export function listsOn(clause: string): boolean {
  return LISTS.test(clause);
}

/** A clause without what ties it to its neighbours. */
export function bareClause(clause: string): string {
  return clause
    .replace(BEGINS_WITH_ALSO, '')
    .replace(/(?:のと|と|し)?[、\s]+$/, '')
    .trim();
}
