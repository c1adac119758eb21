/** What a new file says where nothing is written yet; the rule `unfinished` finds it. */
export const blank = 'To be written'
