import type { APIRoute } from 'astro';
import { labIndex } from '../lab-index.ts';
import { isResolverLab, labs } from '../labs.ts';

/** One file of data a lab: the index that its pip reads. */
export const getStaticPaths = () =>
  labs.filter(isResolverLab).map(({ id }) => ({ params: { lab: id } }));

export const GET: APIRoute = ({ params }) => {
  const lab = labs.find(({ id }) => id === params['lab']);
  return lab && isResolverLab(lab)
    ? Response.json(labIndex(lab.setup))
    : new Response(undefined, { status: 404 });
};
