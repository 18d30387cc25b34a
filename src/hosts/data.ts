import type { Read } from '../../labs/core/engine.ts';

/** Reads one of the site's own data files. */
export const readData: Read = async (path) => {
  const response = await fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
};
