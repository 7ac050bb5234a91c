import { bothCalendars } from '../../../../../src/text/index.ts';
import type { Messages } from './messages.ts';

export const ja: Messages = {
  rules: {
    'certificate-validity': {
      label: '資格確認書の有効期限',
      heading: '資格確認書の有効期限',
      inPicture: '有効期限',
    },
    'notice-validity': {
      label: '資格情報のお知らせの有効期限',
      heading: 'お知らせの有効期限',
      inCalendar: '資格情報のお知らせの有効期限',
      inPicture: '有効期限',
    },
    'legacy-validity': {
      label: '従来の保険証を使えた最後の日',
      heading: '保険証を使えた最後の日',
      inPicture: '使えた最後の日',
    },
    'digital-certificate-validity': {
      label: '電子証明書・マイナンバーカードの有効期限',
      heading: '電子証明書の有効期限',
      inPicture: '電子証明書の有効期限',
    },
    'foreign-national-validity': {
      label: '外国籍の方の資格確認書の有効期限',
      heading: '資格確認書の有効期限',
      inPicture: '有効期限',
    },
    'leave-nhi': {
      label: '国民健康保険をやめる届出の期限',
      heading: '届出の期限',
      inCalendar: '国民健康保険の届出の期限',
      inPicture: '届出の期限',
    },
    'tax-arrears': {
      label: '保険税を滞納して1年になる日',
      heading: '納期限から1年の日',
      inPicture: '納期限から1年の日',
    },
  },
  slots: {
    birthDate: {
      name: '生年月日',
      prompt: '生年月日はいつですか',
      hint: '例:昭和31年11月1日、西暦1956年11月1日',
    },
    residenceUntil: {
      name: '在留期間の満了日',
      prompt: '在留期間が終わる日はいつですか',
      hint: '在留カードに書かれています。例:西暦2027年3月31日',
    },
    issuedOn: {
      name: 'カードの発行日',
      prompt: 'マイナンバーカードの発行日はいつですか',
      hint: '例:令和3年4月1日',
    },
    expiresOn: {
      name: '電子証明書の有効期限',
      prompt: '電子証明書の有効期限はいつですか',
      hint: 'カードの表面に書かれています(書かれていない方もいます)。例:西暦2027年6月30日',
    },
    joinedOn: {
      name: '新しい健康保険に入った日',
      prompt: '新しい健康保険に入った日はいつですか',
      hint: 'お勤め先の健康保険などに入った日です。例:令和8年11月1日',
    },
    dueOn: {
      name: '保険税の納期限',
      prompt: '納めていない保険税の納期限はいつですか',
      hint: '例:令和8年9月30日',
    },
  },
  named: {
    'certificate-expires': '電子証明書の有効期限',
    'card-expires': 'カード本体の有効期限',
    'usable-until': 'マイナ保険証として使える最後の日',
  },
  date(date) {
    const [main = '', other] = bothCalendars(date).split(/[()]/);
    return other === undefined ? { main } : { main, other };
  },
  list: (words) => words.join('、'),
  form: {
    era: '年号',
    choose: '選ぶ',
    eraName: (era) => era,
    units: { year: '年', month: '月', day: '日' },
    submit: 'この日付で進む',
    unknown: 'わからない',
    back: '前に戻る',
    again: '入力しなおす',
    privacy: '入力した日付は、この端末の中で計算にだけ使います。送信も保存もしません。',
  },
  problems: {
    lead: '入力をお確かめください。',
    empty: (units) => `${units.join('・')}を入力してください。`,
    notNumber: (unit) => `${unit}は、数字で入力してください。`,
    westernYear: (year) => `${year}年は西暦の年のようです。「年号」で西暦を選んでください。`,
    eraTwice: '年は、数字だけで入力してください。',
    noEra: '「年号」で、昭和や西暦などを選んでください。',
    unreadable: '日付として読み取れませんでした。数字で入力してください。',
    unclear: (said) => said,
    impossible: (said) => said,
    refused: (said) => said,
  },
  outcome: {
    noExpiry: 'ありません',
    noDate: '日付はご案内できません',
    stuck: '日付がわからないと計算できません',
    stuckAdvice: 'お手元のカードや書類を見て、もう一度お試しください。窓口でも確かめられます。',
    reasonsLanguage: '',
    basis: 'もとにした内容',
    insurer: 'ご加入先',
    otherInsurer: 'ほか・わからない',
    calculatedOn: '計算した日',
    confirm: '手続きの前に、ご加入先の窓口でもご確認ください。',
    save: 'カレンダーに入れる(.ics)',
    saveNote: 'カレンダーには、期限の名前と日付だけが入ります。2週間前にお知らせします。',
    print: '控えを印刷する',
    slip: '日付の控え',
    call: (tel) => `電話 ${tel}`,
    source: '出典：',
  },
  picture: {
    today: '今日',
    residenceUntil: '在留期間の満了日',
    dueOn: '保険税の納期限',
    joinedOn: '新しい健康保険に入った日',
    nextOpen: '窓口が次に開く日(期限内として扱われます)',
    renewableFrom: '更新の手続きができる最初の日',
    usableUntil: 'マイナ保険証として使える最後の日',
    cardExpires: 'カード本体の有効期限',
    renewable: '有効期限の前に、更新の手続きができる期間',
    tail: '有効期限を過ぎても、マイナ保険証として使える期間',
    span: (from, to, pattern) => `${from}から${to}まで(${pattern === 'solid' ? '塗りの帯' : '斜線の帯'})：`,
    day: (names, date) => `${names}は${date}`,
    described: (days) => `日付の並びの図です。${days.join('、')}です。`,
  },
  calendar: {
    description: '市のページで計算した日付です。手続きの前に、ご加入先の窓口でもご確認ください。',
    reminder: (summary) => `2週間後:${summary}`,
  },
  page: {
    label: '日付の計算',
    chooseRule: '何の日付を計算しますか',
    chooseInsurer: 'ご加入先はどちらですか',
    chosenInsurer: (name) => `ご加入先：${name}`,
    changeInsurer: '加入先を選びなおす',
    restart: 'はじめからやり直す',
  },
};
