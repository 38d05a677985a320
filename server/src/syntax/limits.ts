/**
 * How many levels of objects and arrays are read. Real machines have some thirty; Step Functions refuses far fewer than this
 * (TOO_DEEPLY_NESTED), and everything behind the tree may walk it by recursion.
 */
export const deepestNesting = 500;

export const tooDeepMessage = `This is nested more than ${String(deepestNesting)} levels deep and is not read any further.`;
