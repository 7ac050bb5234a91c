import type { Part, Reply } from './reply.ts';

const SCOPE_LABEL = { insurer: '', national: '【全国共通】', silent: '' } as const;

function partText(part: Part): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'answer': {
      const sources = part.sources.map(({ title, section }) => `  出典: ${title} / ${section}`);
      return [`■ ${part.title}${SCOPE_LABEL[part.scope]}`, part.text, part.asOfNote, ...sources]
        .filter(Boolean)
        .join('\n');
    }
    case 'choices':
      return [part.prompt, ...part.choices.map(({ label }) => `  [${label}]`)].join('\n');
    case 'date-request':
      return [part.prompt, ...part.choices.map(({ label }) => `  [${label}]`)].join('\n');
    case 'contact':
      return [`窓口: ${part.name}`, part.about, part.tel && `電話 ${part.tel}`, part.hours]
        .filter(Boolean)
        .join('\n  ');
    case 'notice':
      return `${part.level === 'info' ? '※' : '!!'} ${part.text}`;
  }
}

/** A reply as plain text, for a terminal. */
export function toPlainText({ parts }: Reply): string {
  return parts.map(partText).join('\n\n');
}
