interface LiveRegionsProps {
  /** Read when there is a pause: saved, counts of findings, hits of a filter, progress. */
  readonly polite: string;
  /** Read at once: cannot save, changed outside. */
  readonly assertive: string;
}

/** The two places from which the window speaks to screen readers. */
export function LiveRegions({ polite, assertive }: LiveRegionsProps) {
  return (
    <>
      <div className="sr-only" aria-live="polite">
        {polite}
      </div>
      <div className="sr-only" aria-live="assertive">
        {assertive}
      </div>
    </>
  );
}
