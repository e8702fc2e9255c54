import { useState } from 'react';
import type { Failure } from '#core/ipc/contract';
import { statusMessages } from '#core/messages/status';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** The code of a failure under くわしく, to be copied for a maintainer. */
export function FailureDetails({ failure }: { readonly failure: Failure }) {
  const text = useText(statusMessages);
  const [open, setOpen] = useState(false);
  const code = `${failure.code}: ${failure.detail}`;
  return (
    <span className="failuredetails">
      <LinkButton expanded={open} onPress={() => setOpen(!open)}>
        {text('details')}
      </LinkButton>
      {open && (
        <span className="failurecode">
          <code>{code}</code>
          <Button size="small" onPress={() => void navigator.clipboard.writeText(code)}>
            {text('copyCode')}
          </Button>
        </span>
      )}
    </span>
  );
}
