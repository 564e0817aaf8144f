// Examples read a query's values as text; whether it is text is another rule's question.
export interface ParsedQs {
  // biome-ignore lint/suspicious/noExplicitAny: stands for whatever a request holds
  [name: string]: any;
}
