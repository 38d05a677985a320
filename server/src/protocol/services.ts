// Where the server can't read files, the client reads its own for it.

/** The text of a service's file, by its name: `sagemaker`. */
export const readServiceRequest = 'stepwise/readService';
