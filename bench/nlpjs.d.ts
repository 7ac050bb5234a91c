// NLP.js ships no types; these are the few parts that the comparison uses.
declare module '@nlpjs/core' {
  interface Container {
    use(plugin: unknown): void;
    get(name: 'nlp'): Nlp;
  }
  interface Nlp {
    settings: { autoSave: boolean; log: boolean };
    addLanguage(locale: string): void;
    addDocument(locale: string, utterance: string, intent: string): void;
    train(): Promise<void>;
    process(
      locale: string,
      utterance: string,
    ): Promise<{ classifications: { intent: string; score: number }[] }>;
  }
  export function containerBootstrap(): Promise<Container>;
}
declare module '@nlpjs/lang-ja' {
  export const LangJa: unknown;
}
declare module '@nlpjs/nlp' {
  export const Nlp: unknown;
}
