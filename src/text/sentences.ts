/** The sentences of a normalised text, each with its final mark; a text without marks is one sentence. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[。!?])/).filter((sentence) => sentence.trim() !== '');
}
