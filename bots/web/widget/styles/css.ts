/** Style rules as a plain text: what is styled with them is there before Lit is. */
export const css = String.raw;
