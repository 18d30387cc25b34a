import type { APIRoute } from 'astro';
import { dataOf } from '../lab-index.ts';
import { labs } from '../labs.ts';

/** One file of data a lab: what it loads when it starts. */
export const getStaticPaths = () =>
  labs.filter((lab) => dataOf(lab) !== undefined).map(({ id }) => ({ params: { lab: id } }));

export const GET: APIRoute = ({ params }) => {
  const lab = labs.find(({ id }) => id === params['lab']);
  const data = lab && dataOf(lab);
  return data === undefined ? new Response(undefined, { status: 404 }) : Response.json(data);
};
