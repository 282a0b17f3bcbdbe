import { renameFaults } from '../support/roundTrips/rename';
import { roundTrip } from './roundTrip';

export const { recognises, run } = roundTrip('rename', renameFaults);
