import { expect, test } from 'vitest';
import { html } from '../../bots/web/html.ts';

test('every value is escaped, between tags and in attributes', () => {
  const nasty = `"><script>alert('1')</script>&`;
  expect(String(html`<a title="${nasty}">${nasty}</a>`)).toBe(
    '<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</a>',
  );
});

test('markup of its own stays, in lists too; nothing stands for undefined', () => {
  const items = ['一', '<二>'].map((text) => html`<li>${text}</li>`);
  expect(String(html`<ul class="${undefined}">${items}</ul>${3}`)).toBe(
    '<ul class=""><li>一</li><li>&lt;二&gt;</li></ul>3',
  );
});

test('backslashes in a template are what they are', () => {
  expect(String(html`a\\b`)).toBe('a\\b');
});
