import { z } from 'zod';
import type { Part, Reply } from '../../../src/reply/index.ts';
import type { IsoDate } from '../../../src/text/index.ts';

// The types are those of src/reply: a schema that says something else does not compile, and a test holds it to what the
// conversation really answers.

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ format: 'date', description: '日付(日本時間)' }) as unknown as z.ZodType<IsoDate>;
const words = (description: string) => z.string().describe(description);

const choice = z
  .object({
    label: words('ボタンに書く言葉'),
    value: words('押されたとき、`choice` としてそのまま送る値'),
  })
  .meta({ id: 'Choice', description: '文字を打つ代わりに押せるもの' });

const source = z
  .object({
    document: words('資料のID'),
    section: words('資料の中の場所'),
    title: words('資料の名前'),
    date: day.describe('資料が書かれた日、改められた日、または確かめた日'),
    url: words('資料のアドレス').exactOptional(),
  })
  .meta({ id: 'Source', description: '出典' });

const openingHours = z
  .object({
    days: z
      .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday', 'year-end']))
      .describe('`holiday` は祝日、`year-end` は12月29日から1月3日。どちらも曜日より先に見る'),
    from: words('始まりの時刻。09:30 の形'),
    until: words('終わりの時刻。17:15 の形'),
  })
  .meta({ id: 'OpeningHours', description: '同じ時間に開いている曜日' });

const text = z
  .object({ kind: z.literal('text'), text: words('文') })
  .meta({ id: 'TextPart', description: 'ふつうの文' });

const answer = z
  .object({
    kind: z.literal('answer'),
    entry: words('項目のID'),
    title: words('項目の題名'),
    text: words('答え(日本語。これが正文)'),
    easy: words('やさしい日本語での答え').exactOptional(),
    english: words('英語での短い訳。省いたことは `text` にある').exactOptional(),
    scope: z
      .enum(['insurer', 'national', 'silent'])
      .describe('だれの答えか。加入先のもの、全国に共通のもの、加入先の資料に書かれていないもの'),
    asOfNote: words('いつ現在の資料によるか。古いときは、その注意も'),
    sources: z.array(source).describe('出典'),
  })
  .meta({ id: 'AnswerPart', description: '答え' });

const choices = z
  .object({ kind: z.literal('choices'), prompt: words('選んでもらう文'), choices: z.array(choice) })
  .meta({ id: 'ChoicesPart', description: '選択肢' });

const dateRequest = z
  .object({
    kind: z.literal('date-request'),
    slot: words('聞いている日付の種類(`birthDate` など)'),
    rule: words('日付を求める規則'),
    insurer: words('だれの規則か。知識ベースにない加入先は `other`'),
    prompt: words('日付を聞く文'),
    min: day.describe('いちばん早い日'),
    max: day.describe('いちばん遅い日'),
    initial: day.describe('カレンダーを開く日'),
    choices: z.array(choice).describe('日付がわからない人のための選択肢'),
  })
  .meta({
    id: 'DateRequestPart',
    description: '日付の質問。`dates: "device"` のときは、ページが端末の中で計算する',
  });

const contact = z
  .object({
    kind: z.literal('contact'),
    name: words('窓口の名前'),
    about: words('何の窓口か').exactOptional(),
    tel: words('電話番号(ハイフンつき)。資料にないときは省く').exactOptional(),
    hours: words('受付時間').exactOptional(),
    opening: z.array(openingHours).describe('受付時間(計算のため)').exactOptional(),
    status: z
      .object({ isOpen: z.boolean(), text: words('「受付中です」など') })
      .describe('今、受け付けているか')
      .exactOptional(),
  })
  .meta({ id: 'ContactPart', description: '窓口' });

const notice = z
  .object({
    kind: z.literal('notice'),
    level: z
      .enum(['urgent', 'private', 'info'])
      .describe('`urgent` は命や身の危険(電話番号を先に示す)、`private` はマイナンバーが打たれたとき'),
    text: words('文'),
  })
  .meta({ id: 'NoticePart', description: 'ほかと分けて見せる知らせ' });

const part: z.ZodType<Part> = z
  .discriminatedUnion('kind', [text, answer, choices, dateRequest, contact, notice])
  .meta({ id: 'Part', description: '返事の一部分。`kind` で見分ける' });

/** A reply as it goes over the wire. */
export const replySchema: z.ZodType<Reply> = z
  .object({
    parts: z.array(part),
    isSensitive: z
      .literal(true)
      .describe('だれかに危害を加えられるおそれについての返事。保存も、読み上げも、感想を聞くこともしない')
      .exactOptional(),
  })
  .meta({ id: 'Reply', description: '返事' });
