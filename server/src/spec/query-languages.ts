/** The two ways in which a state reads and writes data. JSONPath holds where a machine names none. */
export const queryLanguages = ['JSONPath', 'JSONata'] as const;
export type QueryLanguage = (typeof queryLanguages)[number];
