import { expect, test } from 'vitest';
import { blockView, type ShownBlock } from '../../../bots/slack/preview/block-views.ts';
import {
  actions,
  button,
  context,
  DIVIDER,
  header,
  linkButton,
  section,
} from '../../../bots/slack/render/blocks.ts';
import { shown } from '../../web/widget/talk-fakes.ts';

test.each([
  ['a section', section('*赤穂市*\nA &amp; B'), '<p class="section"><strong>赤穂市</strong> A & B</p>'],
  [
    'a context',
    context('<https://example.jp|案内>'),
    '<p class="context"><span class="link">案内</span></p>',
  ],
  ['a header', header('答えられなかった質問'), '<p class="header">答えられなかった質問</p>'],
  ['a divider', DIVIDER, '<hr />'],
  [
    'buttons, of which none can be pressed',
    actions([button('card', '他の加入先'), linkButton('desk', '開く', 'https://example.jp')])[0],
    '<div class="actions"> <span class="button">他の加入先</span><span class="button">開く</span> </div>',
  ],
])('%s', (_what, block, markup) => {
  expect(shown(blockView(block as ShownBlock))).toBe(markup);
});
