import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { SYNC } from '../../../components/sync-words';

interface SyncFileProps {
  readonly onExport: () => void;
  /** What the chosen file holds, in base64. */
  readonly onImport: (base64: string) => void;
}

/** Sync by hand: one sealed file out, one in. */
export function SyncFile({ onExport, onImport }: SyncFileProps): JSX.Element {
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div class="btns">
      <button type="button" class="btn" onClick={onExport}>
        {SYNC.exportFile}
      </button>
      <button type="button" class="btn" onClick={() => picker.current?.click()}>
        {SYNC.importFile}
      </button>
      <label class="sr" for={id}>
        {SYNC.chooseFile}
      </label>
      <input
        id={id}
        ref={picker}
        type="file"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file may be chosen again.
          event.currentTarget.value = '';
          if (file !== undefined) void base64Of(file).then(onImport);
        }}
      />
    </div>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
