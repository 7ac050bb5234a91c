import type { Decision } from '../conversation/index.ts';
import type { IsoDate } from '../text/index.ts';

/** Turns that went alike; of those about somebody in danger only day and channel are known. */
export interface TurnCount {
  readonly day: IsoDate;
  /** 0 to 23, Asia/Tokyo. */
  readonly hour: number | null;
  readonly channel: string;
  readonly insurer: string | null;
  readonly decision: Decision;
  readonly entry: string | null;
  readonly count: number;
}

/** What residents thought of answers; one opinion a conversation and entry. */
export interface OpinionCount {
  readonly day: IsoDate;
  readonly channel: string;
  readonly insurer: string | null;
  readonly entry: string;
  readonly helpful: boolean;
  readonly count: number;
}

/** Answers of the weekly samples that staff have judged. */
export interface Audit {
  readonly right: number;
  readonly wrong: number;
  /** Questions that do not tell what was wanted; neither right nor wrong. */
  readonly unclear: number;
}

/**
 * What the bot did, each figure for itself: that something was answered does not say that it was right, and nobody presses "helpful" for
 * everybody else.
 */
export interface Figures {
  /** Questions: every turn but those of the menu. */
  readonly questions: number;
  readonly answered: number;
  /** A few candidates were offered. */
  readonly offered: number;
  readonly unknown: number;
  /** The answer to signs of danger. */
  readonly safety: number;
  readonly menu: number;
  readonly helpful: number;
  readonly notHelpful: number;
}

/** A share with the range in which it lies in 95 of 100 cases, 0 to 1 each. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Of how many. */
  readonly of: number;
}

type Value = string | number | null;

/** Of which the figures are told apart. */
export type Dimension = 'entry' | 'channel' | 'insurer' | 'hour' | 'day';

export function figuresOf(turns: readonly TurnCount[], opinions: readonly OpinionCount[]): Figures {
  const of = (...decisions: readonly Decision[]) =>
    sum(turns.filter(({ decision }) => decisions.includes(decision)));
  return {
    questions: of('answer', 'choose', 'unknown', 'safety'),
    answered: of('answer'),
    offered: of('choose'),
    unknown: of('unknown'),
    safety: of('safety'),
    menu: of('menu'),
    helpful: sum(opinions.filter(({ helpful }) => helpful)),
    notHelpful: sum(opinions.filter(({ helpful }) => !helpful)),
  };
}

/** The figures of every value of a dimension, as a table; what is not known stands under null. Opinions have no hour. */
export function figuresBy(
  dimension: Dimension,
  turns: readonly TurnCount[],
  opinions: readonly OpinionCount[],
): ReadonlyMap<Value, Figures> {
  const ofTurns: ReadonlyMap<Value, readonly TurnCount[]> = Map.groupBy(turns, (turn) => turn[dimension]);
  const ofOpinions: ReadonlyMap<Value, readonly OpinionCount[]> =
    dimension === 'hour' ? new Map() : Map.groupBy(opinions, (opinion) => opinion[dimension]);
  const values = new Set([...ofTurns.keys(), ...ofOpinions.keys()]);
  return new Map(
    [...values].map((value) => [value, figuresOf(ofTurns.get(value) ?? [], ofOpinions.get(value) ?? [])]),
  );
}

/** How often answers are right, of those that staff could judge; undefined before the first. */
export function rightShare({ right, wrong }: Audit): Share | undefined {
  return shareOf(right, right + wrong);
}

/** z of the normal distribution for 95 of 100. */
const Z = 1.96;

/** A share with its Wilson interval, which also holds for few and for none; undefined of nothing. */
export function shareOf(part: number, of: number): Share | undefined {
  if (of === 0) return undefined;
  const share = part / of;
  const centre = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  // Rounding may carry an end just past the share itself, where that is 0 or 1.
  return {
    share,
    low: Math.min(share, Math.max(0, centre - half)),
    high: Math.max(share, Math.min(1, centre + half)),
    of,
  };
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
