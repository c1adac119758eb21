/** Where the page comes from an edition that this device keeps, looks whether a newer one is published. */

// Without a connection nobody knows of one.
if ('serviceWorker' in navigator && navigator.serviceWorker.controller !== null)
  void import('./offline/offer.ts').then(({offerNewer}) => offerNewer()).catch(() => undefined)
