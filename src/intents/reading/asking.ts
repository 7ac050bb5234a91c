/** Marks, endings and words of a question or a request. */
const OUTRIGHT =
  /\?|(?:か|かな|かしら|かね|かい|かの|のん|っけ|やろ|とね|と|だい|べか|け|ん)[。!」]*$|教え|おしえ|知りた|しりた|聞きた|ききた|伺い|うかがい|尋ね|たずね|oshiete|tell me|want to know|\b(?:how|what|when|where|which|why|who)\b/;
/** Words that ask where nothing asks outright: a wish, a need, a worry, a question word. */
const FAINT =
  /どう|どこ|どちら|どんな|どれ|どの|どなた|誰|いつ|何|なに|なん[でのかば]|なぜ|いくら|なんぼ|どげ|どが|どな|なして|ほしい|欲しい|たい|困|分から|わから|分かり|わかり|心配|不安|ください|下さい|お願い|必要|べき|気にな|でしょう|ですよね|いい[のん]|\b(?:can|could|do|does|did|is|are|should|will|need|please|help)\b/;

/** Whether a clause asks, outright or by a wish, a need or a worry. */
export function asks(clause: string): boolean {
  return OUTRIGHT.test(clause.trim()) || FAINT.test(clause);
}

/** The clauses that ask: outright where there are such, else by a wish, a need or a worry. */
export function askingClauses(clauses: readonly string[]): readonly string[] {
  const outright = clauses.filter((clause) => OUTRIGHT.test(clause.trim()));
  return outright.length > 0 ? outright : clauses.filter((clause) => FAINT.test(clause));
}
