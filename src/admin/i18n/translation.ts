/** The same keys in another language. */
export type Translation<Texts> = {
  [Key in keyof Texts]: Texts[Key] extends string
    ? string
    : Translation<Texts[Key]>
}
