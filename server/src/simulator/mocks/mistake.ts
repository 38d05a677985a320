/** A mistake of whoever wrote the mocks, in words for them. It is no failure of the run. */
export class MockMistake extends Error {}
