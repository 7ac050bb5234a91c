/** Grades of the documents that answer a query: 2 holds the answer, 1 is related. */
export type Relevance = Readonly<Record<string, number>>;

export interface RankedQuery {
  readonly relevant: Relevance;
  /** Document ids, best first. */
  readonly ranking: readonly string[];
}

const CUT = 10;

/** Means over the queries, as the localgovFAQ leaderboard defines them (linear gain; SR@1 over queries that have a grade 2). */
export function scoresOf(queries: readonly RankedQuery[]) {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const withAnswer = queries.filter(({ relevant }) => Object.values(relevant).includes(2));
  return {
    recall: mean(queries.map(recall)),
    ndcg: mean(queries.map(ndcg)),
    first: mean(withAnswer.map(({ relevant, ranking }) => (relevant[ranking[0] ?? ''] === 2 ? 1 : 0))),
  };
}

function recall({ relevant, ranking }: RankedQuery): number {
  const found = ranking.slice(0, CUT).filter((id) => relevant[id]);
  return found.length / Object.keys(relevant).length;
}

function ndcg({ relevant, ranking }: RankedQuery): number {
  const gain = (grades: readonly number[]) =>
    grades.slice(0, CUT).reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0);
  const ideal = gain(Object.values(relevant).toSorted((a, b) => b - a));
  return gain(ranking.map((id) => relevant[id] ?? 0)) / ideal;
}
