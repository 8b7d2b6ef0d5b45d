import { validatorOf } from "../validate/validator.js";
import { answersSchema } from "./answers-schema.js";

export const answersValidator = validatorOf(answersSchema);
