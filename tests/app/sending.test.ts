import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readStored, storage } from '../../src/app/persisted.svelte';
import { Sending } from '../../src/app/sending.svelte';
import { FakeStorage } from './browser';

beforeEach(() => {
  vi.stubGlobal('localStorage', new FakeStorage());
  storage.forgive('');
});

const url = 'https://chat.example/hook/secret';

describe('remembering the target', () => {
  test('happens only when it was asked for, and survives the visit', () => {
    const sending = new Sending();
    sending.update({ url });
    expect(readStored('send')).toBeNull();
    sending.setRemember(true);
    sending.update({ user: 'me' });
    expect(new Sending().target).toMatchObject({ url, user: 'me' });
  });

  test('what one tab forgets no other writes again', () => {
    const [a, b] = [new Sending(), new Sending()];
    a.update({ url });
    a.setRemember(true);
    b.setRemember(true);
    a.setRemember(false);
    b.update({ url: `${url}/b` });
    expect(readStored('send')).toBeNull();
    expect(b.remember).toBe(false);
    expect(b.target.url).toBe(`${url}/b`);
  });

  test('does not claim what a full storage did not take', () => {
    vi.stubGlobal('localStorage', new FakeStorage(10));
    const sending = new Sending();
    sending.update({ url });
    sending.setRemember(true);
    expect(sending.remember).toBe(false);
    expect(storage.refusal('send')).toBe('full');
  });
});
