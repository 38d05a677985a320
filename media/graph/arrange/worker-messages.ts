// What the page and its worker say to each other.
import type { Picture, Plan } from './plan';

export type Asked = { id: number; plan: Plan };

export type Answer = { id: number } & ({ picture: Picture } | { failure: string });
