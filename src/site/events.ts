/** What the development server and the page say to each other. */

/** A page that has been loaded asks what there is to say. */
export const overlayAsked = 'linchpin:overlay-asked'

/** The answer, an `Overlay`. */
export const overlayTold = 'linchpin:overlay-told'
