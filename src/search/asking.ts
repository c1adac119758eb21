/** What reads a query of several words, in one piece: each piece of script is one more wave of requests on a phone. */

export {findCalled} from './called.ts'
export {readCitation} from './cited.ts'
export {titledFirst, yearMeant} from './dated.ts'
export {issuesMeant} from './issues.ts'
export {findNearNames} from './near.ts'
export {readQuestion} from './questions.ts'
