import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/list.ts';
import { ACTS, type House, RANKS, type Rank, ROOMS, type Room, right } from '../../src/ports/rights.ts';

const HOUSES = Object.keys(ROOMS) as House[];

/** The ranks that may, by the table. */
function whoMay(act: (typeof ACTS)[number], house: House, room: Room): Rank[] {
  return RANKS.filter((rank) => right(act, house, { room, rank }).kind === 'may');
}

describe('the table of rights', () => {
  it('has a row for each command about a digest', () => {
    const named = COMMANDS.filter(({ kind }) => kind === 'channel').map(({ name }) => name);
    for (const name of named)
      expect(
        ACTS.some((act) => act.split(' ')[0] === name),
        name,
      ).toBe(true);
  });

  it.each(HOUSES)('lets nobody but admins delete everything on %s', (house) => {
    for (const room of ROOMS[house]) {
      const expected = house === 'playground' ? ['member', 'manager', 'admin'] : ['admin'];
      const may = whoMay('forget everything', house, room);
      expect([[], expected], `${house}, ${room}`).toContainEqual(may);
    }
  });

  it.each(HOUSES)('never lets an outsider change anything but their own conversation on %s', (house) => {
    const changing = ['digest now', 'subscribe', 'pause', 'resume', 'unsubscribe', 'forget everything'];
    for (const act of ACTS.filter((one) => changing.includes(one))) {
      for (const room of ROOMS[house]) expect(whoMay(act, house, room)).not.toContain('outsider');
    }
  });

  it.each(HOUSES)('sets nothing where the bot is not, on %s', (house) => {
    for (const room of ['others', 'uninvited'] as const) {
      for (const act of ACTS.filter((one) => !['ask', 'digest', 'status', 'stop', 'doctor'].includes(one))) {
        expect(whoMay(act, house, room)).toEqual([]);
      }
    }
  });

  it('deletes a conversation only in it', () => {
    for (const house of HOUSES) {
      const rooms = ROOMS[house].filter((room) => whoMay('forget conversation', house, room).length > 0);
      expect(['own', 'home']).toEqual(expect.arrayContaining(rooms));
    }
  });

  it('treats alike the rooms that a platform does not always tell apart', () => {
    const alike: [House, Room[]][] = [
      ['slack', ['public', 'private', 'thread', 'group']],
      ['slack-admins-only', ['public', 'private', 'thread', 'group']],
      ['discord', ['public', 'private', 'thread']],
      ['discord', ['group', 'others']],
    ];
    for (const [house, rooms] of alike) {
      for (const act of ACTS) {
        expect(new Set(rooms.map((room) => whoMay(act, house, room).join())).size, act).toBe(1);
      }
    }
  });
});
