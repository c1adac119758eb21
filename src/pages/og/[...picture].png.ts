import type {APIRoute, GetStaticPaths} from 'astro'
import {picturesOf, pictureSize} from '../../export/picture.ts'
import type {Picture} from '../../export/picture.ts'
import {edition} from '../../site/edition.ts'
import {pictureFile} from '../../site/pictures.ts'
import {pictured} from '../../site/settings.ts'

export const getStaticPaths = (() =>
  Array.from(picturesOf(edition(), pictured), ([name, picture]) => ({
    params: {picture: name},
    props: {picture},
  }))) satisfies GetStaticPaths

/** The picture that other sites show beside a link to a page. */
export const GET: APIRoute<{picture: Picture}> = async ({params, props}) => {
  const png = await pictureFile(params['picture'] ?? '', props.picture, pictureSize)
  return new Response(Buffer.from(png), {headers: {'Content-Type': 'image/png'}})
}
