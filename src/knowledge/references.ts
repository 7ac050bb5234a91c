import type { Fault } from './yaml.ts';

type Mapping = Readonly<Record<string, unknown>>;

// The file may have other faults as well, so nothing is taken for granted of the rest of it.
const mapping = (value: unknown): Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const names = (owner: Mapping, id: unknown): boolean => typeof id !== 'string' || Object.hasOwn(owner, id);

/** Every id of a knowledge base that names nothing: documents, sections, insurers, categories, related entries. */
export function danglingReferences(data: unknown): readonly Fault[] {
  const kb = mapping(data);
  const documents = mapping(kb.documents);
  const entries = mapping(kb.entries);
  const found: Fault[] = [];
  const need = (isKnown: boolean, path: Fault['path'], message: string) => {
    if (!isKnown) found.push({ path, message });
  };
  const needCitation = (value: unknown, path: Fault['path']) => {
    const { document, section } = mapping(value);
    need(
      names(documents, document),
      path,
      `資料「${document}」が documents にありません。id を直してください`,
    );
    const source =
      typeof document === 'string' && Object.hasOwn(documents, document) ? documents[document] : {};
    const sections = list(mapping(source).sections);
    need(
      sections.length === 0 || typeof section !== 'string' || sections.includes(section),
      path,
      `資料「${document}」に節「${section}」がありません。sections にある名前を書いてください`,
    );
  };
  for (const [id, insurer] of Object.entries(mapping(kb.insurers))) {
    const { document } = mapping(insurer);
    need(
      names(documents, document),
      ['insurers', id, 'document'],
      `資料「${document}」が documents にありません`,
    );
  }
  needCitation(mapping(kb['call-center']).citation, ['call-center', 'citation']);
  for (const [id, value] of Object.entries(entries)) {
    const entry = mapping(value);
    const at = ['entries', id] as const;
    const { category } = entry;
    need(
      names(mapping(kb.categories), category),
      [...at, 'category'],
      `分類「${category}」が categories にありません`,
    );
    for (const [i, other] of list(entry.related).entries()) {
      const message = `関連する項目「${other}」がありません。id を直すか消してください`;
      need(names(entries, other) && other !== id, [...at, 'related', i], message);
    }
    for (const [i, answer] of list(entry.answers).entries()) {
      const path = [...at, 'answers', i];
      const { insurer, citations } = mapping(answer);
      need(
        names(mapping(kb.insurers), insurer),
        [...path, 'insurer'],
        `加入先「${insurer}」が insurers にありません`,
      );
      for (const [j, citation] of list(citations).entries())
        needCitation(citation, [...path, 'citations', j]);
    }
  }
  return found;
}
