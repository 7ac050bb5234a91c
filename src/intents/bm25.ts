/** BM25 over documents of weighted terms (Robertson & Zaragoza 2009), with an inverted index. */
export interface Bm25Index {
  /** Term to the documents that have it, each with its weight from frequency and length. */
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  readonly idf: ReadonlyMap<string, number>;
  readonly documents: number;
}

interface Posting {
  readonly document: number;
  readonly weight: number;
}

/** Fitted on one field a topic: topics are long, so a term may count many times before it is saturated. */
const K1 = 2.5;
const B = 0.6;

/** Builds the index; `documents` are bags of terms, and a document's number is its place in the list. */
export function buildBm25(documents: readonly (readonly string[])[]): Bm25Index {
  const meanLength = documents.reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, documents.length);
  const postings = new Map<string, Posting[]>();
  documents.forEach((terms, document) => {
    const saturation = K1 * (1 - B + (B * terms.length) / meanLength);
    for (const [term, tf] of countOf(terms)) {
      const list = postings.get(term) ?? [];
      list.push({ document, weight: (tf * (K1 + 1)) / (tf + saturation) });
      postings.set(term, list);
    }
  });
  const idfOf = (df: number) => Math.log(1 + (documents.length - df + 0.5) / (df + 0.5));
  const idf = new Map([...postings].map(([term, list]) => [term, idfOf(list.length)]));
  return { postings, idf, documents: documents.length };
}

/** The score of every document for a query; 0 where no term is shared. */
export function bm25Scores(index: Bm25Index, query: readonly string[]): Float32Array {
  const scores = new Float32Array(index.documents);
  for (const term of new Set(query)) {
    const idf = index.idf.get(term) ?? 0;
    for (const { document, weight } of index.postings.get(term) ?? []) scores[document]! += idf * weight;
  }
  return scores;
}

function countOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
