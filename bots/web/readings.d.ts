/** Made at build time by `readingsPlugin`. */
declare module 'virtual:readings' {
  /** The widget's own words typeset, by how they are written in its messages. */
  export const readings: Readonly<Record<string, string>>;
}
