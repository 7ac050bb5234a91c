/**
 * The pictograms, drawn for this menu on a square of 96: lines take the colour and width of the group around them, and
 * `class="paper"` marks what is filled with the ground, so that one shape may stand before another.
 */
export const ICONS = {
  // 札と、それを探す虫めがね
  lost: `
    <rect x="6" y="14" width="74" height="54" rx="7" />
    <path d="M19 31h22M19 45h12" />
    <circle class="paper" cx="61" cy="54" r="22" />
    <path d="m78 71 12 13" stroke-width="8" />
    <path d="M54.5 48.5a6.5 6.5 0 1 1 9.5 6c-2 1.2-3 2.5-3 5M61 66.5v.1" />`,
  // 暦と時計
  validity: `
    <path d="M78 44V24a6 6 0 0 0-6-6H16a6 6 0 0 0-6 6v52a6 6 0 0 0 6 6h28" />
    <path d="M10 36h68M28 10v14M60 10v14" />
    <circle class="paper" cx="68" cy="68" r="20" />
    <path d="M68 57v11l8 6" />`,
  // ICチップのある札と、確認の印
  registration: `
    <rect x="6" y="18" width="76" height="54" rx="7" />
    <rect x="18" y="32" width="18" height="14" rx="3" />
    <path d="M18 58h20M46 34h22" />
    <circle class="paper" cx="72" cy="68" r="18" />
    <path d="m63.5 68.5 6 6 11-12" />`,
  // 人と、入る矢印・出る矢印
  transfer: `
    <circle cx="29" cy="28" r="14" />
    <path d="M6 82V74a20 20 0 0 1 20-20h6a20 20 0 0 1 20 20v8Z" />
    <path d="M90 34H62m10-11L61 34l11 11M62 66h28M80 55l11 11-11 11" />`,
  // 心を守る盾
  support: `
    <path d="M48 8 82 20v24c0 22-14 36-34 44C28 80 14 66 14 44V20Z" />
    <path d="M48 64 35 51.5a9 9 0 0 1 13-12.5 9 9 0 0 1 13 12.5Z" />`,
  // 受付の人と吹き出し
  desk: `
    <circle cx="34" cy="36" r="13" />
    <path d="M12 76v-3a18 18 0 0 1 18-18h8a18 18 0 0 1 18 18v3" />
    <path d="M4 78h88" stroke-width="7" />
    <path d="M60 10h24a6 6 0 0 1 6 6v16a6 6 0 0 1-6 6H72l-9 9v-9h-3a6 6 0 0 1-6-6V16a6 6 0 0 1 6-6Z" />
    <path d="M64 24h16" />`,
} as const;

/** The name of a pictogram. */
export type IconName = keyof typeof ICONS;
