import type { NameSense } from './name-sense.ts';
import { isRole, mayBeName } from './name-words.ts';
import type { Finder, Span } from './span.ts';

const HAN = '\\p{Script=Han}々ヶ';
/** What stands beside a name that no word announces: an edge, a particle, a bracket. */
const EDGE = '(?=[\\s、。,.!?()「」:/・のがはをにもとでへ宛様]|さん|より|から|まで|本人|名義|\\d|$)';
/** A family name, a space or a dot, and a given name. */
const APART = new RegExp(
  `(?<![${HAN}])[${HAN}]{1,4}[\\s・](?:[${HAN}]{1,3}(?![${HAN}])|[ぁ-ん]{2,5}?(?=[\\s、。,.!?()「」:/・のがはをにもとでへ宛様]|さん|です|と申|$)|[ァ-ヴー]{2,5}(?![ァ-ヴー]))`,
  'gu',
);
const IN_KATAKANA = /(?<![ァ-ヴー・])[ァ-ヴー]{2,10}(?:[\s・=][ァ-ヴー]{1,10}){1,4}(?![ァ-ヴー・])/gu;
const TOGETHER = new RegExp(`(?<![${HAN}ァ-ヴー])[${HAN}]{3,6}${EDGE}`, 'gu');

/** What a time, a place or an office ends with: 平成元年, 高松町. */
const NO_PERSON =
  /^(?:明治|大正|昭和|平成|令和)|[町村市区郡県駅年月日号課係店院所館場校園寺社橋川丘台線通道]$/;

/** 深沢 旭人, フカザワ アサト, マリア・サントス: whole names where no word announces them. */
export function findWholeNames(sense: NameSense): Finder {
  return (text) => [
    ...matches(text, APART).filter(({ start, end }) => isName(text.slice(start, end), sense)),
    ...matches(text, TOGETHER).filter(({ start, end }) => isName(text.slice(start, end), sense)),
    ...matches(text, IN_KATAKANA).filter(({ start, end }) => isKatakanaName(text.slice(start, end), sense)),
  ];
}

const matches = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
    kind: 'name',
  }));

function isName(words: string, sense: NameSense): boolean {
  return mayBeName(words) && !isRole(words) && !NO_PERSON.test(words) && sense.isFull(words);
}

/** Either both words are Japanese names, or all are of no dictionary and joined as foreign names are. */
function isKatakanaName(words: string, sense: NameSense): boolean {
  if (!mayBeName(words)) return false;
  if (sense.isFull(words)) return true;
  const parts = words.split(/[\s・=]/);
  const isJoined = /[・=]/.test(words) || parts.length > 2;
  return (
    isJoined &&
    parts.filter((part) => sense.isForeign(part)).length * 2 >= parts.length &&
    !parts.some((part) => isRole(part))
  );
}
