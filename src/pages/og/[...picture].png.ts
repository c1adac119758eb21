import type {APIRoute, GetStaticPaths} from 'astro'
import {pictureOf, pictureSize, pictureSubjects} from '../../export/picture.ts'
import type {Subject} from '../../export/picture.ts'
import {edition} from '../../site/edition.ts'
import {pictureFile} from '../../site/pictures.ts'
import {pictured} from '../../site/settings.ts'

// What stands on a picture is told when it is made, so that an edit asks for one of them and not for all.
export const getStaticPaths = (() =>
  Array.from(pictureSubjects(edition()), ([name, subject]) => ({
    params: {picture: name},
    props: {subject},
  }))) satisfies GetStaticPaths

/** The picture that other sites show beside a link to a page. It is drawn when the answer is read. */
export const GET: APIRoute<{subject: Subject}> = ({params, props}) => {
  const picture = pictureOf(props.subject, edition(), pictured)
  const drawn = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        controller.enqueue(await pictureFile(params['picture'] ?? '', picture, pictureSize))
        controller.close()
      },
    },
    // Or it would be drawn at once.
    {highWaterMark: 0},
  )
  return new Response(drawn, {headers: {'Content-Type': 'image/png'}})
}
