import { PhonePage } from './phone-page.ts';

customElements.define('phone-page', PhonePage);
